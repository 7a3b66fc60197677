/** Takes facts in: classifies problems, recognises apps, operators and stores, and writes them in revisions. */
package org.offshelf.importing;
