// What the figures were made on.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem } from 'node:os'
import { jdk } from './processes.mjs'

export async function machine({ top, javaOptions, quick, minutes, sizes }, database) {
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
    ['Run', `sizes ${sizes.join(', ')}; ${minutes} minutes of load${quick ? '; quick: to see that it works, not for figures' : ''}`]
  ]
}

function commit(top) {
  const git = (...args) => execFileSync('git', ['-C', top, ...args], { encoding: 'utf8' }).trim()
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'src', 'pom.xml') ? ' and changes' : '')
  } catch {
    return 'unknown'
  }
}
