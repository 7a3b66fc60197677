// What the figures were made on.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem } from 'node:os'
import { LARGE } from './bench.mjs'
import { jdk } from './processes.mjs'

export async function machine({ top, javaOptions, quick, minutes, sizes, only, registries }, database) {
  const said = (command, args) => {
    const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
    return (stdout + stderr).split('\n')[0].trim()
  }
  return [
    ['Date', new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC'],
    ['Commit', commit(top)],
    ['Processor', `${cpus().length} × ${cpus()[0].model.trim()}`],
    ['Load before', `${loadavg()[1].toFixed(1)} (of five minutes; above 0.5 others were at work, and times say little)`],
    ['Memory', `${(totalmem() / 2 ** 30).toFixed(1)} GB`],
    ['System', `Linux ${release()}`],
    ['Java', said(jdk('java'), ['-version']).replaceAll('"', '') + `, options ${javaOptions.join(' ') || 'none'}`],
    ['MariaDB', await database.version()],
    ['wrk', said('wrk', ['-v']).replace(/ \[.*/, '')],
    ['Node', process.version],
    ['Buffer pool', `${(await database.ask('select @@innodb_buffer_pool_size'))[0][0] / 2 ** 20} MB; registries above ${LARGE.toLocaleString('en')} findings are compressed by InnoDB`],
    ['Run', `sizes ${sizes.join(', ')}; ${minutes} minutes of load${only ? `; rows ${only}` : ''}${registries ? '; registries may be filled by an earlier run' : ''}${
      quick ? '; quick: to see that it works, not for figures' : ''}`]
  ]
}

function commit(top) {
  const git = (...args) => execFileSync('git', ['-C', top, ...args], { encoding: 'utf8' }).trim()
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'src', 'bench', 'pom.xml') ? ' and changes' : '')
  } catch {
    return 'unknown'
  }
}
