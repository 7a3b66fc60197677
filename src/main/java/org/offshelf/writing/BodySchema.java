package org.offshelf.writing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request body holds, declared once: it is read, checked and documented by this.
 *
 * @param name of the schema in the OpenAPI document
 */
public record BodySchema(String name, String description, Map<String, Member> members) {

    public static BodySchema of(String name, String description, List<Member> members) {
        Map<String, Member> byName = new LinkedHashMap<>();
        members.forEach(member -> byName.put(member.name(), member));
        return new BodySchema(name, description, byName);
    }
}
