// All faults, in the order in which they are tried.
import { brokenAnswer, slowDatabase } from './bad-wire.mjs'
import { instanceClock, nodeClock } from './clocks.mjs'
import { cutNode, cutWriter } from './cut-off.mjs'
import { fullDisk } from './full-disk.mjs'
import { killBoth, killInstance, killNode, killWriter } from './killed.mjs'
import { killedImport, killedSnapshot } from './killed-work.mjs'
import { killedMigration, startedTogether } from './killed-migration.mjs'
import { stoppedDatabase, stoppedWriter } from './stopped.mjs'

export const faults = [
  killInstance, killNode, killWriter, killBoth, cutNode, cutWriter, fullDisk, slowDatabase, stoppedWriter, stoppedDatabase,
  brokenAnswer, instanceClock, nodeClock, killedImport, killedSnapshot, killedMigration, startedTogether
]
