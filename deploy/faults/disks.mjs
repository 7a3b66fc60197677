// A small file system in memory under each database node.
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../bench/drive/processes.mjs'

const SIZE = '1G'
const PIECE = Buffer.alloc(1 << 20)

export class Disks {
  #folders

  /** @param folders by node */
  static async mount(folders) {
    for (const folder of folders.values()) {
      mkdirSync(folder, { recursive: true })
      await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'faults', folder], { seconds: 10 })
    }
    const disks = new Disks()
    disks.#folders = folders
    return disks
  }

  #ballast(node) {
    return join(this.#folders.get(node), 'ballast')
  }

  /** To the last byte. */
  fill(node) {
    const file = openSync(this.#ballast(node), 'w')
    try {
      for (let size = PIECE.length; size > 0;) {
        try {
          writeSync(file, PIECE, 0, size)
        } catch (e) {
          if (e.code !== 'ENOSPC') throw e
          size >>= 1
        }
      }
    } finally {
      closeSync(file)
    }
  }

  free(node) {
    rmSync(this.#ballast(node), { force: true })
  }
}
