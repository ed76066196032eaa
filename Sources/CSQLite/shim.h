#include <sqlite3.h>

// Swift cannot call functions with a variable number of arguments.

/// Stops SQLite from keeping count of its memory, which takes a lock at every allocation. Call it before the first connection.
static inline int sqlite3_config_without_memory_count(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
