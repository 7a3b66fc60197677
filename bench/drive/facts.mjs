// What there is to ask for in a registry of any size, drawn from it with a seed.
import { random } from './statistics.mjs'

const SAMPLE = 20_000
const DAY = 86_400_000

/** A filter that leaves nothing out, as nothing is that old, and makes a question new: another one for each number up to 5,000. */
export const longAgo = number => 'published.gte=' + new Date(Date.UTC(1990, 0, 1 + number)).toISOString().slice(0, 10)

export class Facts {
  static async of(service, database, seed = 6) {
    const { facets } = await service.get('/v1/findings?limit=0&facet=category,store')
    const values = name => facets[name].values.map(one => one.value)
    const rows = await database.ask(`select id, app_name, app_id from finding where standing = 'current' order by rand(${seed}) limit ${SAMPLE}`)
    const [[group]] = await database.ask(`select c.parent_id from finding_category l join category c on c.id = l.category_id
      where c.parent_id is not null group by 1 order by count(*) desc limit 1`)
    const [[first, last]] = await database.ask('select min(published), max(published) from finding')
    return new Facts({ seed, group, categories: values('category'), stores: values('store'), ids: rows.map(([id]) => id), first, last,
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
