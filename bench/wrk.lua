-- One line for the benchmark: requests a second, p95 in milliseconds, and what went wrong.
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("RESULT %f %f %d\n",
    summary.requests / summary.duration * 1000000,
    latency:percentile(95) / 1000,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
