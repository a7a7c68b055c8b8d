"""Rendered manifests held against Kubernetes' own schemas and the types of its extensions."""

import json
import os
import pathlib
import subprocess
import tempfile

import kubernetes_validate
import yaml

TOOLS = pathlib.Path(os.environ["FACET_TOOLS"])
SCHEMAS = pathlib.Path(os.environ["FACET_SCHEMAS"])
VERSION = "1.34"

EXTENSIONS = {
    "gateway.networking.k8s.io/v1": "@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1",
    "keda.sh/v1alpha1": "@kubernetes-models/keda/keda.sh/v1alpha1",
    # Azure Monitor's own group has the same PodMonitor as Prometheus's operator.
    "azmonitoring.coreos.com/v1": "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1",
}

# No package has this one.
SECRET_PROVIDER_CLASS = """
interface ISecretProviderClass {
  apiVersion: "secrets-store.csi.x-k8s.io/v1", kind: "SecretProviderClass", metadata: {name: string, namespace?: string, labels?: Record<string, string>},
  spec: {provider: "azure", parameters: {clientID: string, tenantId: string, keyvaultName: string, objects: string},
         secretObjects?: {secretName: string, type: string, data: {key: string, objectName: string}[]}[]}
}
"""


def rendered(folder):
    run = subprocess.run([TOOLS / "kustomize", "build", str(folder)], capture_output=True, text=True)
    if run.returncode:
        raise AssertionError(run.stderr)
    return [document for document in yaml.safe_load_all(run.stdout) if document]


def extension(document):
    return "." in document["apiVersion"].split("/")[0] and not document["apiVersion"].split("/")[0].endswith(("networking.k8s.io",)) \
        or document["apiVersion"].startswith("gateway.")


def wrong_core(documents):
    """Core kinds, strictly: an unknown member is wrong too."""
    for document in documents:
        if extension(document):
            continue
        try:
            kubernetes_validate.validate(document, VERSION, strict=True)
        except (kubernetes_validate.ValidationError, kubernetes_validate.SchemaNotFoundError) as e:
            yield f"{document['kind']} {document['metadata']['name']}: {getattr(e, 'message', e)}"


def wrong_extensions(documents):
    """Extensions, by TypeScript (unknown members, missing ones, types, enumerations) and the packages' own validators (patterns)."""
    chosen = [document for document in documents if extension(document)]
    imports, checks, values = {}, [], []
    for index, document in enumerate(chosen):
        kind, version = document["kind"], document["apiVersion"]
        copy = dict(document)
        if version == "azmonitoring.coreos.com/v1":
            copy["apiVersion"] = "monitoring.coreos.com/v1"
        if kind != "SecretProviderClass":
            if version not in EXTENSIONS:
                yield f"{kind} of {version}: no type to hold it against"
                continue
            imports[kind] = f'import {{I{kind}, {kind}}} from "{EXTENSIONS[version]}/{kind}"'
            checks.append(f"new {kind}(document{index} as any).validate()")
        values.append(f"const document{index}: I{kind} = {json.dumps(copy, indent=1)}")
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        (work / "node_modules").symlink_to(SCHEMAS / "node_modules")
        (work / "package.json").write_text('{"type": "module"}')
        lines = "\n".join([*imports.values(), SECRET_PROVIDER_CLASS, *values,
                           *(f"try {{ {check} }} catch (e: any) {{ console.log(String(e.message)) }}" for check in checks)])
        (work / "documents.ts").write_text(lines)
        for command in (["node", str(SCHEMAS / "node_modules/typescript/bin/tsc"), "--strict", "--skipLibCheck",
                         "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom", "documents.ts"],
                        ["node", "documents.js"]):
            run = subprocess.run(command, cwd=work, capture_output=True, text=True)
            found = [line for line in (run.stdout + run.stderr).splitlines() if line.strip()]
            if run.returncode or found:
                yield from found
                return
