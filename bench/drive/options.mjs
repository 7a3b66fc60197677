// What the run was asked for.
import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('../..', import.meta.url))

const HELP = `bench/run [options]: measures the packaged service (target/quarkus-app) against its limits

  --sizes 10000,1000000   findings of each registry
  --minutes 60            of load, before memory is measured
  --quick                 less of everything: to see that it works, not for figures
  --rows hot,search       only these modules of bench/drive/rows
  --add                   to the sizes that are there: each is of the last run that measured it
  --out FOLDER            where RESULTS.md and charts/ are written (bench; with --quick or --rows, target/bench/results)
  --work target/bench     where the data lies meanwhile; not below the system's temporary folder
  --keep                  leave the data there
  --registries FOLDER     keep the filled registries there, and take from there what an earlier run filled
  --fill-only             into --registries, nothing is measured
  --java-options "-Xms32m -Xmx256m -XX:+UseSerialGC"   of the service, and of the bare handler beside it
  --application target/quarkus-app

Needs Node 20, a JDK, wrk and mariadb-client. All load goes to this machine.`

export function read(args) {
  const { values } = parseArgs({ args, options: {
    sizes: { type: 'string', default: '10000,1000000' }, minutes: { type: 'string' }, quick: { type: 'boolean', default: false },
    rows: { type: 'string' }, out: { type: 'string' }, add: { type: 'boolean', default: false }, work: { type: 'string', default: 'target/bench' },
    keep: { type: 'boolean', default: false }, registries: { type: 'string' }, 'fill-only': { type: 'boolean', default: false },
    'java-options': { type: 'string', default: '-Xms32m -Xmx256m -XX:+UseSerialGC' },
    application: { type: 'string', default: 'target/quarkus-app' }, help: { type: 'boolean', short: 'h', default: false }
  } })
  if (values.help) {
    console.log(HELP)
    process.exit(0)
  }
  const faults = []
  const number = (name, text, most) => {
    const value = Number(text)
    if (!(value > 0 && value <= most)) faults.push(`--${name} ${text}: a number above 0, at most ${most}`)
    return value
  }
  const sizes = values.sizes.split(',').map(text => number('sizes', text, 20_000_000))
  if (!sizes.every(Number.isInteger) || new Set(sizes).size < sizes.length) faults.push(`--sizes ${values.sizes}: whole numbers, each once`)
  if (values['fill-only'] && !values.registries) faults.push('--fill-only: --registries says where to')
  const options = {
    sizes,
    minutes: number('minutes', values.minutes ?? (values.quick ? 0.1 : 60), 600),
    quick: values.quick, add: values.add, only: values.rows?.split(','), keep: values.keep, isFillOnly: values['fill-only'],
    registries: values.registries && resolve(top, values.registries),
    out: resolve(top, values.out ?? (values.quick || values.rows ? 'target/bench/results' : 'bench')), work: resolve(top, values.work), application: resolve(top, values.application), top,
    javaOptions: values['java-options'].split(' ').filter(text => text)
  }
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return options
}
