import { cold } from '../cold.mjs'
import { longAgo } from '../facts.mjs'
import { seenOf } from '../lines.mjs'

export const name = 'as-of read against the same current read, a tenth of the rows changed since'

export async function measure(bench) {
  const { meta } = await bench.service.get('/v1/findings?limit=0')
  await changeATenth(bench.database)
  await bench.restart()
  const past = `&revision=${meta.revision}`
  const lists = bench.facts.questions(200, ({ any, days }) =>
    ({ kind: 'a filtered list of 50', path: `/v1/findings?limit=50&store=${any(bench.facts.stores)}&${days()}` }))
  const counts = bench.facts.questions(60, ({ turn, any }) =>
    ({ kind: 'an aggregate', path: `/v1/findings/aggregate?groupBy=${any(['category', 'store'])}&${longAgo(turn)}` }))
  const lines = []
  for (const questions of [lists, counts]) {
    const [{ kind }] = questions
    const seen = await cold(bench, questions.flatMap((one, i) => {
      const both = [{ ...one, kind: 'now' }, { kind: 'then', path: one.path + past }]
      return i % 2 ? both : both.reverse()
    }))
    lines.push({ work: kind, value: seen.then.p50 / seen.now.p50, most: 2, ...seenOf(seen.then),
      limit: { p50: seen.now.p50, p99: seen.now.p99 }, heap: await bench.service.heap() })
  }
  return lines
}

/** In one revision, with its lines in the ledger. */
async function changeATenth(database) {
  await database.ask(`start transaction;
    select revision + 1 into @revision from revision_counter where id = 1 for update;
    insert into revision (revision, at, actor, actor_role, cause, reason)
      values (@revision, sysdate(6), 'bench', 'system', 'correction', 'Of the benchmark');
    update finding set version = concat('2.', sequence), revision = @revision where crc32(id) % 10 = 0;
    insert into revision_change (revision, seq, record_type, record_id, op, fields)
      select @revision, row_number() over (order by id), 'findings', id, 'update',
        json_object('version', json_object('old', null, 'new', version)) from finding where revision = @revision;
    update revision set at = sysdate(6) where revision = @revision;
    update revision_counter set revision = @revision, at = sysdate(6) where id = 1;
    commit`, { seconds: 4 * 3600 })
}
