/** Which connectors there are and what they ask for, read from their YAML without starting Camel. Used by the app too. */
@NullMarked
package dev.dayone.connector.catalogue;

import org.jspecify.annotations.NullMarked;
