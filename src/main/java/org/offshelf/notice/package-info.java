/** Published acts: violation notices, removal orders, penalty decisions, summonses. */
package org.offshelf.notice;
