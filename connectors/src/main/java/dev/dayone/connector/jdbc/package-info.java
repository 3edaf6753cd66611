/** The JDBC parts that the database Kamelets name: data source, steps, and what is peculiar to each product. */
@NullMarked
package dev.dayone.connector.jdbc;

import org.jspecify.annotations.NullMarked;
