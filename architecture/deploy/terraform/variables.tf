variable "environment" {
  type        = string
  description = "dev, staging or production"
  validation {
    condition     = contains(["dev", "staging", "production"], var.environment)
    error_message = "One of dev, staging, production."
  }
}

variable "location" {
  type        = string
  description = "Azure region of this stamp; it must have three availability zones"
  default     = "westeurope"
}

variable "address_space" {
  type        = string
  description = "A /16 that no other stamp has"
  default     = "10.20.0.0/16"
}

variable "zone_redundant" {
  type        = bool
  description = "Database with a standby in another zone, storage in three zones"
}

variable "node_size" {
  type    = string
  default = "Standard_D4ads_v5"
}

variable "node_count" {
  type        = object({ min = number, max = number })
  description = "Nodes for the service; capacity/capacity.md says how many"
}

variable "database_sku" {
  type    = string
  default = "GP_Standard_D2ds_v5"
}

variable "database_storage_mb" {
  type    = number
  default = 131072
}

variable "api_management_sku" {
  type        = string
  description = "StandardV2_1 in one zone, PremiumV2_3 over three"
  default     = "StandardV2_1"
}

variable "publisher_email" {
  type = string
}

variable "image_registry_id" {
  type        = string
  description = "Resource id of the one container registry of all environments (images.tf of the platform)"
}

variable "admin_group_id" {
  type        = string
  description = "Entra ID group that may administer the cluster, through Privileged Identity Management"
}

variable "alert_email" {
  type = string
}

variable "monthly_budget_eur" {
  type        = number
  description = "capacity/cost.md, plus a fifth"
}
