package org.offshelf.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.quarkus.test.junit.QuarkusTest;

/** Walks over every operation there is. */
@QuarkusTest
class DeniedByDefaultTest {

    @Test
    void everyOperationThatWritesSaysWhoMay() {
        List<Method> writing = writing();
        assertThat(writing).isNotEmpty().allSatisfy(method -> assertThat(StatedRoles.isStated(method)).isTrue());
        assertThat(writing).filteredOn(method -> method.isAnnotationPresent(PermitAll.class))
                .extracting(method -> method.getDeclaringClass().getSimpleName())
                .containsExactlyInAnyOrder("LookupResource", "MatchResource");
    }

    @Test
    void nobodyWritesWithoutAnAccount() {
        Map<String, Map<String, Object>> paths = given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        List<String> asked = new ArrayList<>();
        paths.forEach((path, item) -> item.keySet().stream()
                .filter(method -> List.of("post", "put", "patch", "delete").contains(method))
                .filter(method -> !List.of("/v1/lookup", "/v1/match").contains(path))
                .forEach(method -> {
                    String target = path.replaceAll("\\{\\w+}", "x");
                    var answer = given().request(method.toUpperCase(), target);
                    // Without a body of the right kind it may end before anybody asks who it is, but never well.
                    assertThat(answer.statusCode()).as(method + " " + path).isIn(401, 415);
                    asked.add(method + " " + path);
                }));
        assertThat(asked).contains("post /v1/accounts", "patch /v1/accounts/{name}", "put /v1/account/password");
    }

    private static List<Method> writing() {
        List<Method> writing = new ArrayList<>();
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.offshelf")
                .forEach(type -> {
                    if (type.isAnnotatedWith(Path.class)) {
                        methods(type.reflect()).filter(DeniedByDefaultTest::isWriting).forEach(writing::add);
                    }
                });
        return writing;
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods());
    }

    private static boolean isWriting(Method method) {
        return Arrays.stream(method.getAnnotations()).map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                .anyMatch(http -> http != null && !StatedRoles.READING.contains(http.value()));
    }
}
