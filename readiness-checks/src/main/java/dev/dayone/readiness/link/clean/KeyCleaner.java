package dev.dayone.readiness.link.clean;

import java.io.Serializable;

/**
 * A way to clean keys on both sides of a link before they are compared. Equal keys stay equal, and a key already clean stays
 * as it is. Stateless and thread-safe.
 */
public interface KeyCleaner extends Serializable {
    /** The name in a report, such as {@code case}. */
    String name();

    /** What keys differ in that it brings together, behind "only": {@code in case}. */
    String difference();

    /** Whether keys of such looks can gain by it at all. */
    boolean appliesTo(KeyLook from, KeyLook to);

    /** The cleaned key, never empty. */
    String clean(String key);

    /** Whether keys that it brings together may be of two persons of one company: no gain in records found. */
    default boolean joinsCompanies() {
        return false;
    }
}
