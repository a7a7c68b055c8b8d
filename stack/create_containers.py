"""Creates the Blob containers of a stack, unless they are there; the connection is in the environment."""

import os

from azure.core.exceptions import ResourceExistsError
from azure.storage.blob import BlobServiceClient

service = BlobServiceClient.from_connection_string(os.environ["AZURE_STORAGE_CONNECTION_STRING"], retry_total=10)
# MLflow's artifacts; where the pipeline's files arrive; the stones that it has accepted.
for container in ("mlflow", "incoming", "training-set"):
    try:
        service.create_container(container)
    except ResourceExistsError:
        pass
