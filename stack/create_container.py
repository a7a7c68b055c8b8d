"""Creates the Blob container in which MLflow keeps its artifacts, unless it is there; the connection is in the environment."""

import os

from azure.core.exceptions import ResourceExistsError
from azure.storage.blob import BlobServiceClient

service = BlobServiceClient.from_connection_string(os.environ["AZURE_STORAGE_CONNECTION_STRING"], retry_total=10)
try:
    service.create_container("mlflow")
except ResourceExistsError:
    pass
