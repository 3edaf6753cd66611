/**
 * HTTP systems as sources: what a connector's YAML says of an API, the one gate that calls pass, and pages made of answers.
 * Used by Kamelets, by their names.
 */
@NullMarked
package dev.dayone.connector.http;

import org.jspecify.annotations.NullMarked;
