package dev.dayone.connector.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the answers of {@code SHOW GRANTS}. */
final class MariadbGrants {
    private static final int SHOWN = 20;
    private static final Pattern GRANT = Pattern.compile("(?is)GRANT (.+?) ON (.+?) TO .*");
    private static final String ROLE = "`(?:[^`]|``)+`(?:@`(?:[^`]|``)+`)?";
    private static final Pattern ROLES = Pattern.compile("GRANT (" + ROLE + "(?:,\\s*" + ROLE + ")*) TO .*");
    private static final Pattern COLUMN_LIST = Pattern.compile("\\([^)]*\\)");
    private static final Set<String> READING = Set.of(
            "USAGE",
            "SELECT",
            "SHOW VIEW",
            "SHOW DATABASES",
            "PROCESS",
            "REPLICATION CLIENT",
            "REPLICATION SLAVE",
            "BINLOG MONITOR",
            "SLAVE MONITOR",
            "REPLICA MONITOR",
            "EXECUTE",
            "REFERENCES",
            "LOCK TABLES",
            "CREATE TEMPORARY TABLES",
            "SHOW CREATE ROUTINE",
            "SHOW_ROUTINE",
            "PROXY");

    private MariadbGrants() {}

    /**
     * The rights that write, such as {@code INSERT on helpdesk.*}. A fresh MariaDB lets every account write to the
     * scratch databases {@code test} and {@code test_...}: those count only if the source is one of them.
     */
    static List<String> writeRights(List<String> grants, String database) {
        List<String> rights = new ArrayList<>();
        for (String grant : grants) {
            Matcher matcher = GRANT.matcher(grant);
            if (!matcher.matches() || (isScratch(matcher.group(2)) && !database.startsWith("test"))) {
                continue;
            }
            String privileges = COLUMN_LIST.matcher(matcher.group(1)).replaceAll("");
            for (String privilege : privileges.split(",")) {
                String name = privilege.strip().toUpperCase(Locale.ROOT);
                if (!name.isEmpty() && !READING.contains(name)) {
                    rights.add(name + " on " + matcher.group(2).replace("`", ""));
                }
            }
            if (grant.toUpperCase(Locale.ROOT).contains("WITH GRANT OPTION")) {
                rights.add("GRANT OPTION on " + matcher.group(2).replace("`", ""));
            }
        }
        return rights.stream().distinct().limit(SHOWN).toList();
    }

    /** The roles that a line grants, as it writes them: {@code `editors`} or {@code `editors`@`%`}. */
    static List<String> roles(String grant) {
        Matcher matcher = ROLES.matcher(grant);
        return matcher.matches() ? List.of(matcher.group(1).split(",\\s*")) : List.of();
    }

    private static boolean isScratch(String object) {
        return object.equals("`test`.*") || object.equals("`test\\_%`.*");
    }
}
