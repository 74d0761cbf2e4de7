import { z } from 'zod'
import { read } from '../procedure.ts'
import { productSchema } from './model.ts'

export const productContract = {
  list: read('client.read').output(z.array(productSchema)),
}
