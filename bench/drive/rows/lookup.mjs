import { cold } from '../cold.mjs'
import { againstSql } from '../lines.mjs'

export const name = '`POST /v1/lookup` of 1,000 ids against its SQL'

export async function measure(bench) {
  const { ids, apps } = bench.facts
  const questions = bench.facts.questions(60, ({ any }) => {
    const asked = new Set()
    for (let i = 0; asked.size < 1000 && i < 20_000; i++) asked.add(any(i % 2 ? ids : apps))
    return { kind: 'findings and apps', method: 'POST', path: '/v1/lookup', body: JSON.stringify({ ids: [...asked] }) }
  })
  return againstSql(bench, await cold(bench, questions), { most: 3 })
}
