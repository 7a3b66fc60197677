// Asks the registry through the generated client: the apps named in MIIT's notice of 3 November 2021.
import { Configuration, FindingsApi } from './index.js'

const api = new FindingsApi(new Configuration({ basePath: process.argv[2] }))
const list = await api.listFindings({ notice: ['miit-2021-11'], limit: 3 })
if (list.meta.count !== 6 || list.results[2].appName !== 'QQ音乐') {
  throw new Error(JSON.stringify(list))
}
console.log(`TypeScript: ${list.meta.count} findings, ${list.results.map(finding => finding.appName).join(', ')}`)
