package dev.dayone.readiness.cohort;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who belongs to a cohort: a key whose SHA-256, begun with a salt and a colon, is small enough. The first sixty bits
 * count, for every database can compare those. The same key is always in or out, and a larger share of the same salt holds
 * a smaller one. Not thread-safe.
 */
public final class CohortRule {
    private static final int BITS = 60;

    private static final String SEPARATOR = ":";

    private final String salt;
    private final long below;
    private final MessageDigest digest;

    /** A rule. {@code share}: more than 0, less than 1. */
    public CohortRule(String salt, BigDecimal share) {
        this.salt = salt;
        this.below =
                share.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(BITS))).longValue();
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Whether a key, as text, belongs to it. */
    public boolean holds(String key) {
        byte[] hash = digest.digest((salt + ":" + key).getBytes(StandardCharsets.UTF_8));
        long first = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            first = first << 8 | (hash[i] & 0xFF);
        }
        return first >>> (Long.SIZE - BITS) < below;
    }

    /** Whether a key of some columns belongs to it: their texts, a colon between each. */
    public boolean holds(List<String> key) {
        return holds(String.join(SEPARATOR, key));
    }

    /** The same as a condition for PostgreSQL; {@code columns}: those of the key, in order. */
    public String postgresql(List<String> columns) {
        String key = columns.stream()
                .map(column -> "\"" + column.replace("\"", "\"\"") + "\"::text")
                .collect(Collectors.joining(" || " + quoted(SEPARATOR) + " || "));
        return "('x' || substr(encode(sha256(convert_to(" + quoted(salt + ":") + " || " + key
                + ", 'UTF8')), 'hex'), 1, 15))::bit(60)::bigint < " + below;
    }

    /** The same as a condition for MySQL and MariaDB; whatever character set a column has, UTF-8 is what is hashed. */
    public String mysql(List<String> columns) {
        String key = columns.stream()
                .map(column -> "CONVERT(`" + column.replace("`", "``") + "` USING utf8mb4)")
                .collect(Collectors.joining(", " + quoted(SEPARATOR) + ", "));
        return "CAST(CONV(SUBSTR(SHA2(CONCAT(CONVERT(" + quoted(salt + ":").replace("\\", "\\\\") + " USING utf8mb4), "
                + key + "), 256), 1, 15), 16, 10) AS UNSIGNED) < " + below;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
