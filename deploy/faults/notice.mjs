// A document as a regulator publishes it, for imports.

/** So many rows, each of another app, which no notice of another name has. */
export function notice(name, rows) {
  const lines = Array.from({ length: rows }, (_, i) => `${name}应用${i.toString(36)},${name}第${i >> 1}号（长春）科技有限公司,应用宝,1.${i % 100},违规收集个人信息`)
  return ['应用名称,应用开发者,应用来源,应用版本,所涉问题', ...lines].join('\n') + '\n'
}

/** What is told beside it; all are of one regulator, and of different days. */
export const noticeQuery = (name, published) =>
  `dryRun=false&regulator=ca-jilin&kind=violation-notice&published=${published}&title=${encodeURIComponent('通报 ' + name)}`
