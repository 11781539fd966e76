# shellcheck shell=bash
# What ./tools/pbxlab and ./tools/test share: Debian packages and locked builds. Expects $root, the
# checkout. Nothing is written outside of it, except the packages that are installed.

logs=${root:?}/build/logs
# The compiler cache, where there is one, stays in the checkout too.
export CCACHE_DIR=${CCACHE_DIR:-$root/build/ccache}

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

# log_tail LOG: where the log is, and its end.
log_tail() {
    say "the log is $1; its last lines:"
    tail -n 40 -- "$1" >&2
}

# packages WHEN...: the packages of tools/packages.txt that are needed for each WHEN.
packages() {
    local when
    for when in "$@"; do
        awk -v when="$when" '$1 == when { print $2 }' "$root/tools/packages.txt"
    done
}

missing_packages() {
    local installed
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' 2>/dev/null |
                awk '$2 == "installed" { print $1 }')
    packages "$@" | grep -vxF -f <(printf '%s\n' "$installed") || true
}

# ensure_packages WHEN...: installs what is missing, or says how and returns 5.
ensure_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say "this is not Debian: going on, in the hope that the like of these is installed:" \
            "$(packages "$@" | tr '\n' ' ')"
        return 0
    fi
    local missing as_root=()
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0

    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
            say "packages are missing, and installing them needs root. Run this, then try again:"
            printf '    sudo apt-get update && sudo apt-get install -y --no-install-recommends %s\n' \
                "${missing[*]}" >&2
            return 5
        fi
        as_root=(sudo -n)
    fi
    say "installing ${missing[*]}"
    local log=$logs/packages.log
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
    if ! { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; } \
        >"$log" 2>&1 </dev/null; then
        say "installing packages failed"
        log_tail "$log"
        return 5
    fi
}

# progress: reads ninja's output; on a terminal shows how far it is, on one line.
progress() {
    local line
    while IFS= read -r line; do
        if [[ -t 2 && $line =~ ^\[([0-9]+/[0-9]+)\] ]]; then
            printf '\r%s: building %s ' "${0##*/}" "${BASH_REMATCH[1]}" >&2
        fi
    done
    if [[ -t 2 ]]; then printf '\r\033[K' >&2; fi
}

# build PRESET OPTIONS TARGET...: configures and builds in build/PRESET, one caller at a time. OPTIONS
# are words for cmake's configuration, "" for none. Without a TARGET it builds all, with the TARGET
# "none" it only configures.
build() (
    set -o pipefail
    preset=$1 options=$2
    shift 2
    log=$logs/build-$preset.log
    mkdir -p "$logs" || exit 5
    exec 9>"$root/build/.$preset.lock"
    flock 9
    cd "$root" || exit 5
    # shellcheck disable=SC2086  # words, on purpose
    if ! cmake --preset "$preset" $options >"$log" 2>&1 9>&-; then
        say "configuring the preset $preset failed"
        log_tail "$log"
        exit 5
    fi
    [[ ${1-} == none ]] && exit 0
    if ! cmake --build "build/$preset" --parallel "$(nproc)" ${1:+--target "$@"} 2>&1 9>&- |
        tee -a "$log" | progress; then
        say "building the preset $preset failed"
        log_tail "$log"
        exit 5
    fi
)
