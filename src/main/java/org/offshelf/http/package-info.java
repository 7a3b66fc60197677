/** How every answer behaves on the wire, whatever it is about: problems, conditional requests, request ids and headers. */
package org.offshelf.http;
