/** dayone beside Great Expectations' own tests, read from a clone of it: field-tests/gx. Nothing of them is kept here. */
package dev.dayone.readiness.gx;
