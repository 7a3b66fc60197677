package org.offshelf.access;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(requiredProperties = { "results" }, description = "All accounts, by name.")
record AccountList(List<AccountView> results) {
}
