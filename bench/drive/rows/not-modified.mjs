import { beside, targets } from '../bare.mjs'
import { lines } from './hot.mjs'

export const name = '304 against the bare handler'

export async function measure(bench) {
  return lines(await beside(bench, await targets(bench, true)), 0.90)
}
