package org.offshelf.access;

import java.time.LocalDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A request to write that was let in: who asked for what, when, and from where. */
@Entity
@Table(name = "audit")
class AuditLine {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    /** UTC. */
    LocalDateTime at;

    String account;

    /** Separated by commas. */
    String roles;

    String authentication;

    String operation;

    String method;

    String path;

    String address;

    String requestId;

    /** Of the answer; null while there is none, for ever if the instance was killed before. */
    Short status;
}
