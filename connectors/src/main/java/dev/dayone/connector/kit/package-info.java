/**
 * The compatibility kit: tries on a connector what every connector has to do. Used by {@code dayone connectors test} and by
 * the connectors' own tests.
 */
@NullMarked
package dev.dayone.connector.kit;

import org.jspecify.annotations.NullMarked;
