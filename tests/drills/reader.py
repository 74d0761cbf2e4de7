"""Opens tests/fixtures/vectors.json with Python alone, from docs/vault-format.md: a slot, the database's key, a sealed file."""
import base64
import hashlib
import hmac
import json
import sys

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

try:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
except ImportError:
    Argon2id = None


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def derive(secret, salt, purpose):
    info = ("zhiyin/v1/" + purpose).encode()
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=info).derive(secret)


def unwrap(key, wrapped, bound):
    return AESGCM(key).decrypt(wrapped[:12], wrapped[12:], bound)


def read_header(data):
    length = int.from_bytes(data[4:8], "big")
    end = 8 + length
    if data[:4] != b"ZYH1" or len(data) != end + 32 or hashlib.sha256(data[:end]).digest() != data[end:]:
        raise ValueError("no header")
    return json.loads(data[8:end])


def stretch(vectors, kdf):
    """Argon2id where this Python has it; else the stretched key of the vectors."""
    given = bytes.fromhex(vectors["stretched"])
    if Argon2id is None:
        return given, "given"
    salt = base64.b64decode(kdf["salt"])
    kdf2 = Argon2id(salt=salt, length=32, iterations=kdf["t"], lanes=kdf["p"], memory_cost=kdf["m"])
    made = kdf2.derive(vectors["passphrase"].encode())
    return made, "computed" if made == given else "wrong"


def open_slot(header, slot, stretched):
    key = derive(stretched, base64.b64decode(slot["kdf"]["salt"]), "kek")
    names = ("id", "kind", "roles", "kdf", "publicKey", "held", "temporary")
    bound = {name: slot[name] for name in names if name in slot}
    return json.loads(unwrap(key, base64.b64decode(slot["wrapped"]), canonical({"vid": header["vid"], **bound})))


def is_genuine(header, vmk):
    covered = {name: value for name, value in header.items() if name != "mac"}
    key = derive(vmk, header["vid"].encode(), "header-mac")
    return hmac.digest(key, canonical(covered), "sha256") == base64.b64decode(header["mac"])


def database_key(header, vmk):
    bound = canonical({"vid": header["vid"], "suite": header["db"]["suite"], "page": header["db"]["page"]})
    key = derive(vmk, header["vid"].encode(), "database-wrap")
    return unwrap(key, base64.b64decode(header["db"]["wrappedKey"]), bound)


def unwrap_with(private, wrapped, bound):
    own = ec.derive_private_key(int.from_bytes(private, "big"), ec.SECP256R1())
    numbers = own.public_key().public_numbers()
    public = b"\x04" + numbers.x.to_bytes(32, "big") + numbers.y.to_bytes(32, "big")
    ephemeral = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), wrapped[:65])
    secret = own.exchange(ec.ECDH(), ephemeral)
    return unwrap(derive(secret, wrapped[:65] + public, "role-wrap"), wrapped[65:], bound)


def open_sealed(data, data_key):
    start = 8 + int.from_bytes(data[4:8], "big")
    front = data[:start]
    header = json.loads(front[8:])
    key = derive(data_key, base64.b64decode(header["salt"]), "sealed-file")
    size = 1024 * 1024 + 16
    parts = [data[at : at + size] for at in range(start, len(data), size)]
    last = len(parts) - 1
    nonces = [bytes(7) + at.to_bytes(4, "big") + bytes([at == last]) for at in range(len(parts))]
    return b"".join(AESGCM(key).decrypt(nonce, part, front) for nonce, part in zip(nonces, parts))


def refuses(data, data_key):
    """One changed bit anywhere behind the front, or a cut end, must not open."""
    broken = [data[:-1], data[:-20] + bytes([data[-20] ^ 1]) + data[-19:]]
    for one in broken:
        try:
            open_sealed(one, data_key)
            return False
        except (InvalidTag, ValueError):
            pass
    return True


def main(path):
    with open(path, encoding="utf-8") as source:
        vectors = json.load(source)
    header = read_header(base64.b64decode(vectors["header"]))
    slot = header["slots"][0]
    stretched, argon2 = stretch(vectors, slot["kdf"])
    payload = open_slot(header, slot, stretched)
    vmk = base64.b64decode(payload["vmk"])
    sealed = vectors["sealed"]
    bound = canonical({"vid": header["vid"], "file": sealed["file"], "use": "sealed-file"})
    archive = base64.b64decode(payload["roles"]["archive"])
    data_key = unwrap_with(archive, base64.b64decode(sealed["wrapped"]), bound)
    data = base64.b64decode(sealed["bytes"])
    print(
        json.dumps(
            {
                "argon2": argon2,
                "slot": vmk.hex() == vectors["vmk"],
                "genuine": is_genuine(header, vmk),
                "database": database_key(header, vmk).hex() == vectors["databaseKey"],
                "dataKey": data_key.hex() == sealed["dataKey"],
                "sealed": open_sealed(data, data_key).decode() == sealed["plain"],
                "refuses": refuses(data, data_key),
            }
        )
    )


main(sys.argv[1])
