package dev.dayone.connector.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the answer of {@code SHOW GRANTS}; MariaDB's also lists the rights of the roles that the account may take. */
final class MariadbGrants {
    private static final int SHOWN = 20;
    private static final Pattern GRANT = Pattern.compile("(?is)GRANT (.+?) ON (.+?) TO .*");
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

    /** The rights that write, such as {@code INSERT on `helpdesk`.*}. */
    static List<String> writeRights(List<String> grants) {
        List<String> rights = new ArrayList<>();
        for (String grant : grants) {
            Matcher matcher = GRANT.matcher(grant);
            if (!matcher.matches()) {
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
}
