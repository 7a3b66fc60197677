/** Takes notice documents in: reports what they would change, and applies them, as jobs that survive a restart. */
package org.offshelf.importing.intake;
