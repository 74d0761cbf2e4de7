// What a command without a window says on its way to the answer: what to write where.
export const command = {
  json: '标准输入里要有一段JSON，例如 {"passphrase": "…"}。没有改动任何内容。',
  size: '标准输入太大，一次最多1MiB。没有改动任何内容。',
  passphrase: '没有给出口令：请在标准输入里写 {"passphrase": "…"}，不要写在命令里。',
  user: '这里不止一个人能登录：请用 --user 写明姓名。',
  schema: '输入不合要求：{{paths}}。要写什么，见 npm run -s desk -- --list。没有改动任何内容。',
  vault: '这个数据文件夹里没有保险库。请用 --data 写明文件夹（里面有 vault/ 的那一层）；备份用 --from。',
  login: '这里没有这个登录名。请核对 --user。',
}
