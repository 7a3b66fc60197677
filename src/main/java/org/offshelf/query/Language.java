package org.offshelf.query;

/** The language of names and labels that exist in both. */
public enum Language {
    EN,
    ZH
}
