/**
 * A messy CRM and helpdesk with known planted defects, on embedded servers. Used by the app's demo and by tests.
 */
@NullMarked
package dev.dayone.sample;

import org.jspecify.annotations.NullMarked;
