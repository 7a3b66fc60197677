# What Debian brings. socat, iproute2 and procps: with them one node copies its data to another.

packages=(mariadb-server mariadb-backup galera-4 haproxy socat iproute2 procps)

have_packages() {
  local program
  for program in mariadbd mariabackup wsrep_sst_mariabackup haproxy socat ss ps; do
    command -v "$program" >/dev/null || return 1
  done
  [ -f "$galera_library" ]
}

# Without starting the services that come with them, which are no part of this
install_packages() {
  if have_packages; then return; fi
  [ "$(id -u)" = 0 ] || fail "as root: apt-get install ${packages[*]}"
  echo "installing ${packages[*]}"
  local status=0
  (
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
      # Also when this is broken off: left behind, it would keep all packages of this machine from starting anything
      trap 'rm -f "$policy"' EXIT
      printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy"
    fi
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
  ) >"$state/packages.log" 2>&1 || status=$?
  [ "$status" = 0 ] || { tail -n 20 "$state/packages.log" >&2; fail "the packages cannot be installed"; }
}
