/** The embedded MariaDB, the check of any other one, and what operators see of both. */
package org.offshelf.database;
