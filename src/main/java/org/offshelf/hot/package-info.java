/** Answers that are known already, sent from memory by the thread that read the request. */
package org.offshelf.hot;
