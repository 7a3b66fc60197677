// What there is to ask for in a registry of any size, drawn from it with a seed.
import { random } from './statistics.mjs'

const SAMPLE = 20_000
const DAY = 86_400_000

/** A filter that leaves nothing out, as nothing is that old, and makes a question new: another one for each number up to 5,000. */
export const longAgo = number => 'published.gte=' + new Date(Date.UTC(1990, 0, 1 + number)).toISOString().slice(0, 10)

export class Facts {
  /** Of the database, not of the service: what is asked later is to be new to it. */
  static async of(database, size, seed = 6) {
    const ask = sql => database.ask(sql, { seconds: 3600 })
    // The hash scatters, the order is the same each time
    const rows = await ask(`select id, app_name, app_id from finding where standing = 'current'
      and crc32(id) % ${Math.max(1, Math.floor(size / SAMPLE))} = 0 order by crc32(id), id limit ${SAMPLE}`)
    const mostFirst = async (column, table) => (await ask(`select ${column} from ${table} where ${column} is not null
      group by 1 order by count(*) desc, 1`)).map(([value]) => value)
    const [[group]] = await ask(`select parent_id from (select category_id, count(*) as number from finding_category group by 1) l
      join category c on c.id = l.category_id where parent_id is not null group by 1 order by sum(number) desc limit 1`)
    const [[first, last]] = await ask('select min(published), max(published) from finding')
    return new Facts({ seed, group, categories: await mostFirst('category_id', 'finding_category'), stores: await mostFirst('store_id', 'finding'),
      ids: rows.map(([id]) => id), first, last,
      apps: [...new Set(rows.map(([, , app]) => app))], words: pairs(rows.map(([, name]) => name)) })
  }

  constructor(facts) {
    Object.assign(this, facts)
  }

  /** So many different questions, the same for the same seed and registry. */
  questions(number, make) {
    const next = random(this.seed)
    const all = new Map()
    for (let tries = 0; all.size < number && tries < 50 * number; tries++) {
      const question = make({ turn: all.size, next, any: list => list[next(list.length)], day: () => this.day(next), days: () => this.days(next) })
      all.set(question.path + (question.body ?? ''), question)
    }
    return [...all.values()]
  }

  day(next) {
    const from = Date.parse(this.first)
    return new Date(from + DAY * next(Math.floor((Date.parse(this.last) - from) / DAY) + 1)).toISOString().slice(0, 10)
  }

  days(next) {
    const [from, to] = [this.day(next), this.day(next)].sort()
    return `published.gte=${from}&published.lte=${to}`
  }
}

/** The neighbouring Chinese characters of the names, each pair once: what people type to find an app by half its name. */
function pairs(names) {
  return [...new Set(names.flatMap(name => [...name.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair]) => pair)))]
}
