package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lines as MariaDB, MySQL 5.7 and MySQL 8 answer them to SHOW GRANTS. */
final class MariadbGrantTest {
    private static MariadbGrant grant(String line) {
        return MariadbGrant.of(line, null);
    }

    @Test
    void readsRightsColumnsAndObject() {
        MariadbGrant grant = grant("GRANT SELECT, INSERT (`a b`, `c,d`), DELETE ON `shop`.`t``x` TO `u`@`%`");
        assertThat(grant.rights()).containsExactly("SELECT", "INSERT (`a b`, `c,d`)", "DELETE");
        assertThat(grant.writes("shop")).containsExactly("INSERT (`a b`, `c,d`)", "DELETE");
        assertThat(grant.object()).isEqualTo("`shop`.`t``x`");
        assertThat(grant.grantee()).isEqualTo("`u`@`%`");
    }

    @Test
    void readsOldQuotesAndPasswords() {
        MariadbGrant grant = grant(
                "GRANT ALL PRIVILEGES ON *.* TO 'boss'@'localhost' IDENTIFIED BY PASSWORD '*x' WITH GRANT OPTION");
        assertThat(grant.writes("shop")).containsExactly("ALL PRIVILEGES", "GRANT OPTION");
        assertThat(grant.grantee()).isEqualTo("'boss'@'localhost'");
    }

    @Test
    void tellsALineThatItDoesNotUnderstand() {
        assertThat(MariadbGrant.isUnderstood("GRANT something new")).isFalse();
        assertThat(MariadbGrant.isUnderstood("SET DEFAULT ROLE `a` FOR `u`@`%`"))
                .isTrue();
        assertThat(MariadbGrant.isUnderstood("GRANT PROXY ON ''@'%' TO 'root'@'localhost' WITH GRANT OPTION"))
                .isTrue();
    }

    @Test
    void readsRolesWithAndWithoutHosts() {
        assertThat(grant("GRANT `a`@`%`,`b``c`@`%` TO `u`@`%`").roles()).containsExactly("`a`@`%`", "`b``c`@`%`");
        assertThat(grant("GRANT `editors` TO `u`@`%` WITH ADMIN OPTION").roles())
                .containsExactly("`editors`");
    }

    @Test
    void countsDynamicRightsOfMysqlButNotThoseThatRead() {
        assertThat(grant("GRANT BACKUP_ADMIN,SYSTEM_USER ON *.* TO `u`@`%`").writes("shop"))
                .containsExactly("BACKUP_ADMIN", "SYSTEM_USER");
        assertThat(grant("GRANT SELECT, PROCESS, SHOW VIEW, LOCK TABLES ON *.* TO `u`@`%`")
                        .writes("shop"))
                .isEmpty();
        assertThat(grant("GRANT USAGE ON *.* TO `u`@`%`").writes("shop")).isEmpty();
    }

    @Test
    void leavesTheScratchDatabasesOutUnlessTheyAreTheSource() {
        String line = "GRANT INSERT, DROP ON `test`.* TO PUBLIC";
        assertThat(grant(line).writes("shop")).isEmpty();
        assertThat(grant(line).writes("test")).containsExactly("INSERT", "DROP");
    }
}
