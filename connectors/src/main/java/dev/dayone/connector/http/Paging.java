package dev.dayone.connector.http;

import org.jspecify.annotations.Nullable;

/**
 * How an API tells where the next page begins.
 *
 * @param at the dotted path to the next URL or cursor, or the relation of a Link header
 * @param parameter the query's or, of a search, the body's parameter that asks for a page
 * @param more the dotted path to what is false or empty on the last page; null: none
 * @param total the dotted path to the number of all records; null: none
 * @param sizeParameter the parameter that asks for the page's size; null: none
 * @param size records of a page
 * @param first the number of the first page, or the first offset
 * @param unit of a Range header; null: the range is a parameter of the query
 */
record Paging(
        Kind kind,
        String at,
        String parameter,
        @Nullable String more,
        @Nullable String total,
        @Nullable String sizeParameter,
        int size,
        int first,
        @Nullable String unit) {
    /** The one page that there is. */
    static final Paging NONE = new Paging(Kind.NONE, "", "", null, null, null, 100, 0, null);

    /** The key that says of which kind a paging is. */
    enum Kind {
        NONE,
        /** A URL in the body. */
        NEXT,
        /** A value in the body that goes into a parameter. */
        CURSOR,
        /** The number of a page. */
        PAGE,
        /** The number of records to skip. */
        OFFSET,
        /** A Link header (RFC 8288). */
        LINK,
        /** A range asked for, and a Content-Range header that tells the total. */
        RANGE;

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether where the next page begins is the API's own word, which may lose its meaning. */
        boolean mayExpire() {
            return this == NEXT || this == CURSOR || this == LINK;
        }

        /** Whether the place is a number counted here. */
        boolean isCounted() {
            return this == PAGE || this == OFFSET || this == RANGE;
        }
    }
}
