import { Visitor } from '../http.mjs'
import { cut, late, Proxy, untouched } from '../proxy.mjs'

const INSTANCE = 2
const SOON = 15

/** Has the instance reach its database through a proxy while this is done. */
async function behindProxy({ cluster, until }, work) {
  const proxy = await Proxy.before(cluster.database)
  try {
    await cluster.killInstance(INSTANCE)
    await cluster.startInstance(INSTANCE, { database: proxy })
    const ready = isReady => until(`instance ${INSTANCE} says that it is ${isReady ? '' : 'not '}ready`, isReady ? 60 : SOON,
      async () => await cluster.isReady(cluster.instances[INSTANCE - 1]) === isReady)
    await ready(true)
    await work(proxy, ready)
    proxy.treat = untouched
    await ready(true)
  } finally {
    await cluster.killInstance(INSTANCE)
    await proxy.stop()
    await cluster.startInstance(INSTANCE)
  }
}

export const slowDatabase = {
  name: 'slow-database',
  what: 'the database of one instance answers after 30 s',
  holds: `within ${SOON} s it says that it is not ready, and the other one answers what comes through the front; then it is ready without a restart`,
  run: context => behindProxy(context, async (proxy, ready) => {
    proxy.treat = late(30_000)
    await ready(false)
    await context.seconds(20)
  })
}

export const brokenAnswer = {
  name: 'broken-answer',
  what: 'connections to the database and to clients die in mid-answer',
  holds: 'a broken answer is seen to be broken, what is under way is done once or answered 503, and the pool heals',
  run: context => behindProxy(context, async proxy => {
    proxy.treat = cut(2_000, 60_000)
    await context.seconds(10)
    const front = await Proxy.before(new URL(context.cluster.front.url))
    front.treat = cut(2_000, 10_000)
    const visitor = new Visitor({ name: 'cut', url: `http://${front.hostname}:${front.port}` })
    const answers = []
    for (let i = 0; i < 20; i++) answers.push(await visitor.get('/v1/findings?format=ndjson'))
    visitor.leave()
    await front.stop()
    const whole = answers.filter(answer => !answer.broken)
    if (whole.length > 0) throw new Error(`${whole.length} of 20 cut answers passed for whole ones, one of ${whole[0].body.length} bytes`)
  })
}
