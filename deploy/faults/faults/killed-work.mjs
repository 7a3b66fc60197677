import { createHash } from 'node:crypto'
import { json, whole } from '../http.mjs'
import { notice, noticeQuery } from '../notice.mjs'

/** So few that the lock is held for less than writes wait for it, also by an instance that has just started. */
const ROWS = 2_000
/** What is over before its instance was found is begun anew, so often. */
const TRIES = 10

export const killedImport = {
  name: 'killed-import',
  what: 'kill -9 of the instance that applies an import',
  holds: 'it is applied nevertheless, whole and once',
  async run({ cluster, until, curator }) {
    const look = async id => {
      const answer = await curator.get('/v1/imports/' + id)
      return answer.status === 200 ? json(answer) : {}
    }
    const hasEnded = ({ state }) => ['applied', 'failed'].includes(state)
    let id, instance
    for (let tries = 0; !instance && tries < TRIES; tries++) {
      const sent = await curator.ask('POST', `/v1/imports?wait=0&${noticeQuery('killed ' + tries, `2015-06-${10 + tries}`)}`, {
        headers: { 'content-type': 'text/csv' }, body: notice('killed' + tries, ROWS)
      })
      if (![201, 202].includes(sent.status)) throw new Error(`The import was answered ${sent.status}: ${sent.body}`)
      ;({ id } = json(sent))
      await until('rows are applied, or all of them', 180, async () => {
        const one = await look(id)
        return one.progress?.applied > 0 || hasEnded(one)
      }, { every: 50 })
      instance = await cluster.instanceThat('org.offshelf.importing.intake.ImportRun')
    }
    if (!instance) throw new Error('Nobody was met at an import.')
    await cluster.killInstance(instance)
    await cluster.startInstance(instance)
    const one = await until('the import has ended', 180, async () => {
      const one = await look(id)
      return hasEnded(one) && one
    })
    if (one.state !== 'applied') throw new Error(JSON.stringify(one).slice(0, 600))
    const held = json(await whole(curator, `/v1/notices/${one.notice}/findings?limit=0`)).meta.count
    if (held !== ROWS) throw new Error(`${held} findings are held of ${ROWS}.`)
  }
}

export const killedSnapshot = {
  name: 'killed-snapshot',
  what: 'kill -9 of the instance that writes a snapshot',
  holds: 'it is written nevertheless, and all its files are what its manifest says',
  async run({ cluster, until, curator }) {
    const ask = () => curator.ask('POST', '/v1/snapshots', { headers: { 'content-type': 'application/json' }, body: '{}', longest: 30_000 })
    let instance
    for (let tries = 0; !instance && tries < TRIES; tries++) {
      const asked = ask()
      await until('somebody writes it, or it is written', 60, async () =>
        (instance = await cluster.instanceThat('org.offshelf.snapshot.SnapshotRun')) || await Promise.race([asked, false]), { every: 0 })
    }
    if (!instance) throw new Error('Nobody was met writing a snapshot.')
    await cluster.killInstance(instance)
    await cluster.startInstance(instance)
    await until('it is written', 120, async () => (await ask()).status < 202)
    const manifest = json(await whole(curator, '/v1/snapshots/latest'))
    for (const { name, href, sha256 } of manifest.files) {
      const { body } = await whole(curator, href)
      const digest = createHash('sha256').update(body).digest('hex')
      if (digest !== sha256) throw new Error(`${name} of ${manifest.revision} is not what its manifest says.`)
    }
  }
}
