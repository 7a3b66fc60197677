-- Asks for the paths of a file, one after the other, with the headers of another, and says in the end what happened as JSON.
-- wrk ... -s wrk.lua URL -- <paths> [<headers>]
local requests, at = {}, 0

function init(args)
  if args[2] then
    for line in io.lines(args[2]) do
      local name, value = line:match('^(.-): (.*)$')
      wrk.headers[name] = value
    end
  end
  for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format('GET', path) end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency, every)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"seconds":%.6f,"bytes":%d,"refused":%d,"broken":%d,"p50":%.3f,"p99":%.3f}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
