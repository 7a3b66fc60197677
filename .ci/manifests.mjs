// Kubernetes' own schemas are what each manifest is held against, twice: as compiled JSON schemas, which know formats and ranges
// but let unknown fields pass, and as TypeScript types, to which a misspelt field is an error.
//   manifests.mjs <folder with node_modules> <manifest...>
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'

const tools = resolve(process.argv[2])
const require = createRequire(join(tools, 'of.js'))
const { parseAllDocuments } = require('yaml')

/** What is wrong with a manifest's values; nothing, if nothing is. */
function objection(manifest) {
  const { apiVersion, kind } = manifest
  const Model = require(`kubernetes-models/${apiVersion}`)[kind]
  if (!Model) return `no ${kind} in ${apiVersion}`
  try {
    new Model(manifest).validate()
  } catch (invalid) {
    return invalid.message
  }
}

const typed = []
for (const file of process.argv.slice(3)) {
  for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
    const manifest = document.toJS()
    const wrong = document.errors[0]?.message ?? objection(manifest)
    if (wrong) {
      console.error(`${file}: ${wrong}`)
      process.exitCode = 1
    }
    const { apiVersion, kind } = manifest
    typed.push(`export const ${kind}_of_${basename(file).replace(/\W/g, '_')}: import('kubernetes-models/${apiVersion}').I${kind} =
${JSON.stringify(manifest, null, 1)}`)
    console.log(`${file}: ${kind} ${manifest.metadata.name}`)
  }
}

const source = join(tools, 'manifests.ts')
writeFileSync(source, typed.join('\n'))
const compiler = spawnSync(process.execPath, [require.resolve('typescript/bin/tsc'), '--noEmit', '--strict', '--skipLibCheck',
  '--target', 'es2022', '--module', 'nodenext', source], { stdio: 'inherit' })
if (compiler.status !== 0) process.exitCode = 1
